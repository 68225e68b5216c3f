// ruleid: body-limit-large
app.use(express.json({ limit: "1mb" }));
// ruleid: body-limit-large
app.use(bodyParser.urlencoded({ extended: true, limit: "1mb" }));
// ok: body-limit-large
app.use(express.json({ limit: "100kb" }));
// ok: body-limit-large
app.use(express.json());

// ruleid: body-limit-large
const films = multer({ dest: "films", limits: { fileSize: 4 * 1024 * 1024 * 1024 } });
// ruleid: body-limit-large
const anything = multer({ storage: multer.memoryStorage(), limits: { fileSize: Infinity } });
// ruleid: body-limit-large
app.use(fileUpload({ limits: { fileSize: 5000000000 } }));
// ok: body-limit-large
const pictures = multer({ storage: multer.memoryStorage(), limits: { fileSize: 2 * 1024 * 1024 } });
