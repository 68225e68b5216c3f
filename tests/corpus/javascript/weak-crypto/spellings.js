const crypto = require('crypto');
// ruleid: weak-crypto
const c = crypto.createCipheriv('DES-ECB', k, '');
const alg = 'aes-128-ecb';
// ruleid: weak-crypto
const d = crypto.createDecipheriv(alg, k, null);
// ok: weak-crypto
const e = crypto.createCipheriv('aes-256-gcm', k, iv);
