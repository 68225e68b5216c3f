// ruleid: body-limit-large
app.use(express.json({ limit: "1mb" }));
// ruleid: body-limit-large
app.use(bodyParser.urlencoded({ extended: true, limit: "1mb" }));
// ok: body-limit-large
app.use(express.json({ limit: "100kb" }));
// ok: body-limit-large
app.use(express.json());
