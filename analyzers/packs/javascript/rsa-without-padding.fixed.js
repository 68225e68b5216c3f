const crypto = require("crypto");

// ruleid: rsa-without-padding
crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, data);
// ruleid: rsa-without-padding
crypto.privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, data);
// ok: rsa-without-padding
crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, data);
// ok: rsa-without-padding
crypto.publicEncrypt(key, data);
