const crypto = require("crypto");

// ruleid: pbkdf2-few-rounds
const weak = crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256");
// ok: pbkdf2-few-rounds
const strong = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
// ok: pbkdf2-few-rounds
const unknown = crypto.pbkdf2Sync(password, salt, rounds, 32, "sha256");
