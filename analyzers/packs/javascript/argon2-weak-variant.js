const argon2 = require("argon2");

async function store(password) {
  // ruleid: argon2-weak-variant
  const first = await argon2.hash(password, { type: argon2.argon2i });
  // ruleid: argon2-weak-variant
  const second = await argon2.hash(password, { timeCost: 4, type: argon2.argon2d });
  // ok: argon2-weak-variant
  const third = await argon2.hash(password, { type: argon2.argon2id });
  // ok: argon2-weak-variant
  const fourth = await argon2.hash(password);
  return [first, second, third, fourth];
}
