// ruleid: middleware-not-called-express
app.use(express.json);
// ok: middleware-not-called-express
app.use(express.json());
// ok: middleware-not-called-express
app.use(routes.json);
