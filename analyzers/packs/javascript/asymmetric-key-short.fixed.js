import { generateKeyPairSync, generateKeyPair } from "crypto";
import NodeRSA from "node-rsa";

// ruleid: asymmetric-key-short
const first = generateKeyPairSync("rsa", { modulusLength: 3072, publicExponent: 65537 });
// ruleid: asymmetric-key-short
generateKeyPair("rsa", { modulusLength: 3072 }, (error, key) => console.debug(error, key));
// ruleid: asymmetric-key-short
const second = new NodeRSA({ b: 3072 });
// ok: asymmetric-key-short
const third = generateKeyPairSync("rsa", { modulusLength: 4096 });
// ok: asymmetric-key-short
const fourth = generateKeyPairSync("ec", { namedCurve: "P-256" });
