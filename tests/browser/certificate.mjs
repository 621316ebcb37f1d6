// A certificate of one's own for a server on loopback: browsers take it only when they are told to.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const REQUEST = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1";

/** Key and certificate in one PEM text, valid for two days. */
export function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "overt-certificate-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  try {
    const names = ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
    execFileSync("openssl", [...REQUEST.split(" "), ...names, "-keyout", key, "-out", certificate], { stdio: "pipe" });
    return readFileSync(key, "utf8") + readFileSync(certificate, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
