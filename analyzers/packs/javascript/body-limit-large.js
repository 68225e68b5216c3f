// ruleid: body-limit-large
app.use(express.json({ limit: "500mb" }));
// ruleid: body-limit-large
app.use(bodyParser.urlencoded({ extended: true, limit: "1gb" }));
// ok: body-limit-large
app.use(express.json({ limit: "100kb" }));
// ok: body-limit-large
app.use(express.json());
