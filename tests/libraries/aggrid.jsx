import { createGrid, AllCommunityModule, ModuleRegistry } from "ag-grid-community";
ModuleRegistry.registerModules([AllCommunityModule]);
window.rows = Array.from({ length: 10000 }, (_, i) => ({ id: i, name: "Item " + i, price: (i * 7) % 1000 }));
window.g = createGrid(document.getElementById("g"), {
  columnDefs: [{ field: "id" }, { field: "name", editable: true }, { field: "price", editable: true }],
  rowData: rows,
  rowSelection: { mode: "multiRow" },
});
