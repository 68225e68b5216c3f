// ruleid: js-token-with-secret
jwt.sign({ id: user.id, password: user.password }, process.env.KEY);
// ok: js-token-with-secret
jwt.sign({ id: user.id }, process.env.KEY);
