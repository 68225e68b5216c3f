const crypto = require("crypto");
const { createDecipher } = require("node:crypto");
const forge = require("node-forge");

// ruleid: cipher-without-nonce
const cipher = crypto.createCipher("aes192", password);
// ruleid: cipher-without-nonce
const decipher = createDecipher("aes-256-cbc", password);
// ok: cipher-without-nonce
const good = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: cipher-without-nonce
const other = forge.cipher.createCipher("AES-GCM", key);
