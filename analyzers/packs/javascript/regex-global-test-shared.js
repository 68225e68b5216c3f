const DIGITS = /\d+/g;
const LETTERS = /[a-z]+/;

function check(text) {
  // ruleid: regex-global-test-shared
  if (DIGITS.test(text)) {
    return true;
  }
  // ok: regex-global-test-shared
  return LETTERS.test(text);
}

function hasBanned(name) {
  const BANNED = /[ .]/g;
  // ok: regex-global-test-shared
  return BANNED.test(name);
}
