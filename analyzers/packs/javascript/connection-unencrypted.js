const grpc = require("@grpc/grpc-js");

// ruleid: connection-unencrypted
const plain = grpc.credentials.createInsecure();
// ruleid: connection-unencrypted
const feed = new WebSocket("ws://example.com/feed");
// ruleid: connection-unencrypted
const mail = nodemailer.createTransport({ host: "mail.example.com", ignoreTLS: true });
// ok: connection-unencrypted
const secure = grpc.credentials.createSsl(root);
// ok: connection-unencrypted
const safe = new WebSocket("wss://example.com/feed");
// ok: connection-unencrypted
const local = new WebSocket("ws://localhost:8080");
