import SignaturePad from "signature_pad";
window.sp = new SignaturePad(document.getElementById("c"));
