const crypto = require("crypto");
const { createDecipher } = require("node:crypto");
const forge = require("node-forge");

// ruleid: deprecated-cipher-constructor-typescript
const cipher = crypto.createCipher("aes192", password);
// ruleid: deprecated-cipher-constructor-typescript
const decipher = createDecipher("aes-256-cbc", password);
// ok: deprecated-cipher-constructor-typescript
const good = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: deprecated-cipher-constructor-typescript
const other = forge.cipher.createCipher("AES-GCM", key);
