const crypto = require("crypto");

// ruleid: rsa-without-oaep
crypto.publicEncrypt({ key, padding: crypto.constants.RSA_NO_PADDING }, data);
// ruleid: rsa-without-oaep
crypto.privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, data);
// ok: rsa-without-oaep
crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, data);
// ok: rsa-without-oaep
crypto.publicEncrypt(key, data);
