// ruleid: jwt-secret-in-claims
jwt.sign({ id: user.id, password: user.password }, process.env.KEY);
// ok: jwt-secret-in-claims
jwt.sign({ id: user.id }, process.env.KEY);
