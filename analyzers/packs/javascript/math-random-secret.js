function generateToken(length) {
  let text = "";
  while (text.length < length) {
    // ruleid: math-random-secret
    text += Math.random().toString(36).slice(2);
  }
  return text;
}

function reset(user) {
  // ruleid: math-random-secret
  const resetToken = Math.random().toString(36).slice(2);
  // ruleid: math-random-secret
  user.password = "pw" + Math.floor(Math.random() * 1e9);
  return resetToken;
}

function quiet(items) {
  // ok: math-random-secret
  const resetToken = crypto.randomUUID();
  // ok: math-random-secret
  const delay = Math.random() * 1000;
  // ok: math-random-secret
  return [resetToken, delay, items[Math.floor(Math.random() * items.length)]];
}
