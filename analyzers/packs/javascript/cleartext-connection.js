const grpc = require("@grpc/grpc-js");

// ruleid: cleartext-connection
const plain = grpc.credentials.createInsecure();
// ruleid: cleartext-connection
const feed = new WebSocket("ws://example.com/feed");
// ruleid: cleartext-connection
const mail = nodemailer.createTransport({ host: "mail.example.com", ignoreTLS: true });
// ok: cleartext-connection
const secure = grpc.credentials.createSsl(root);
// ok: cleartext-connection
const safe = new WebSocket("wss://example.com/feed");
// ok: cleartext-connection
const local = new WebSocket("ws://localhost:8080");
