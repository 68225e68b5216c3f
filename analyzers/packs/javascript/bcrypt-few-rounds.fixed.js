import bcrypt from "bcrypt";
import { genSaltSync } from "bcryptjs";

export async function store(password) {
  // ruleid: bcrypt-few-rounds
  const first = await bcrypt.hash(password, 12);
  // ruleid: bcrypt-few-rounds
  const salt = genSaltSync(12);
  // ok: bcrypt-few-rounds
  const second = await bcrypt.hash(password, 12);
  // ok: bcrypt-few-rounds
  const third = await bcrypt.hash(password, salt);
  return [first, second, third];
}
