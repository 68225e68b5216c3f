// ruleid: decoded-text-executed
eval(Buffer.from("636f6e736f6c652e6c6f6728313233343536373829", "hex").toString());
// ruleid: decoded-text-executed
new Function(atob("Y29uc29sZS5sb2coMSk="))();
// ruleid: decoded-text-executed
require(Buffer.from("Y2hpbGRfcHJvY2Vzcw==", "base64").toString("utf8"));
// ok: decoded-text-executed
console.log(Buffer.from("Y2hpbGRfcHJvY2Vzcw==", "base64").toString());
// ok: decoded-text-executed
require("child_process");
// ok: decoded-text-executed
const picture = atob("R0lGODlhAQABAAAAACw=");
