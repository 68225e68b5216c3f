// ruleid: obfuscated-code-executed
eval(Buffer.from("636f6e736f6c652e6c6f6728313233343536373829", "hex").toString());
// ruleid: obfuscated-code-executed
new Function(atob("Y29uc29sZS5sb2coMSk="))();
// ruleid: obfuscated-code-executed
require(Buffer.from("Y2hpbGRfcHJvY2Vzcw==", "base64").toString("utf8"));
// ok: obfuscated-code-executed
console.log(Buffer.from("Y2hpbGRfcHJvY2Vzcw==", "base64").toString());
// ok: obfuscated-code-executed
require("child_process");
// ok: obfuscated-code-executed
const picture = atob("R0lGODlhAQABAAAAACw=");
