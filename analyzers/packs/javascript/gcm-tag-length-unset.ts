import crypto, { createDecipheriv } from "node:crypto";

export function open(key: Buffer, nonce: Buffer, tag: Buffer, text: Buffer) {
  // ruleid: gcm-tag-length-unset
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

export function openHex(key: Buffer, given: Given) {
  // ruleid: gcm-tag-length-unset
  const decipher = createDecipheriv("aes-128-gcm", key, Buffer.from(given.nonce, "hex"));
  decipher.setAuthTag(Buffer.from(given.tag, "hex"));
  return decipher.update(given.text, "hex", "utf8") + decipher.final("utf8");
}

export function openWithLength(key: Buffer, nonce: Buffer, tag: Buffer, text: Buffer) {
  // ok: gcm-tag-length-unset
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

export function openCut(key: Buffer, data: Buffer) {
  const nonce = data.subarray(0, 12);
  const tag = data.subarray(12, 28);
  // ok: gcm-tag-length-unset
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]);
}

export function openLooked(key: Buffer, nonce: Buffer, tag: Buffer, text: Buffer) {
  if (tag.length !== 16) throw new Error("not a tag");
  // ok: gcm-tag-length-unset
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

export function openBlocks(key: Buffer, nonce: Buffer) {
  // ok: gcm-tag-length-unset
  return crypto.createDecipheriv("aes-256-cbc", key, nonce);
}
