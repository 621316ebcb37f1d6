import { createApp, ref, h } from "vue/dist/vue.esm-bundler.js";
createApp({
  template: `<form @submit.prevent="add"><label>New task <input v-model.trim="t"></label><button>Add</button></form><ul><li v-for="(x,i) in l" :key="i"><label><input type="checkbox" v-model="x.d"> {{x.n}}</label><button @click="l.splice(i,1)">Remove</button></li></ul>`,
  data() {
    return { t: "", l: [] };
  },
  methods: {
    add() {
      if (this.t) {
        this.l.push({ n: this.t, d: false });
        this.t = "";
      }
    },
  },
  mounted() {
    window.vm = this;
  },
}).mount("#root");
