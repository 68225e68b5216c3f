// ruleid: request-size-limit-high
app.use(express.json({ limit: "1mb" }));
// ruleid: request-size-limit-high
app.use(bodyParser.urlencoded({ extended: true, limit: "1mb" }));
// ok: request-size-limit-high
app.use(express.json({ limit: "100kb" }));
// ok: request-size-limit-high
app.use(express.json());

// ruleid: request-size-limit-high
const films = multer({ dest: "films", limits: { fileSize: 4 * 1024 * 1024 * 1024 } });
// ruleid: request-size-limit-high
const anything = multer({ storage: multer.memoryStorage(), limits: { fileSize: Infinity } });
// ruleid: request-size-limit-high
app.use(fileUpload({ limits: { fileSize: 5000000000 } }));
// ok: request-size-limit-high
const pictures = multer({ storage: multer.memoryStorage(), limits: { fileSize: 2 * 1024 * 1024 } });
