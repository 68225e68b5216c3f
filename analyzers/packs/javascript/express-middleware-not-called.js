// ruleid: express-middleware-not-called
app.use(express.json);
// ok: express-middleware-not-called
app.use(express.json());
// ok: express-middleware-not-called
app.use(routes.json);
