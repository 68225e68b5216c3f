import { generateKeyPairSync, generateKeyPair } from "crypto";
import NodeRSA from "node-rsa";

// ruleid: weak-key-size
const first = generateKeyPairSync("rsa", { modulusLength: 1024, publicExponent: 65537 });
// ruleid: weak-key-size
generateKeyPair("rsa", { modulusLength: 512 }, (error, key) => console.debug(error, key));
// ruleid: weak-key-size
const second = new NodeRSA({ b: 512 });
// ok: weak-key-size
const third = generateKeyPairSync("rsa", { modulusLength: 4096 });
// ok: weak-key-size
const fourth = generateKeyPairSync("ec", { namedCurve: "P-256" });

function groupOfThePeer() {
  // ruleid: weak-key-size
  return crypto.getDiffieHellman("modp2");
}

function largeGroup() {
  // ok: weak-key-size
  return crypto.getDiffieHellman("modp14");
}
