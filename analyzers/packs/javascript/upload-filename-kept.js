const multer = require("multer");
const crypto = require("crypto");

const kept = multer.diskStorage({
  destination: "uploads",
  filename: (req, file, done) => {
    // ruleid: upload-filename-kept
    done(null, file.originalname);
  },
});

const short = multer.diskStorage({
  // ruleid: upload-filename-kept
  filename: (req, file, cb) => cb(null, file.originalname),
});

const old = multer.diskStorage({
  filename: function (req, file, callback) {
    // ruleid: upload-filename-kept
    callback(null, file.originalname);
  },
});

const named = multer.diskStorage({
  filename: (req, file, done) => {
    // ok: upload-filename-kept
    done(null, crypto.randomUUID() + ".png");
  },
});

const stamped = multer.diskStorage({
  destination: (req, file, done) => done(null, "./public/uploads"),
  filename: (req, file, done) => {
    // ruleid: upload-filename-kept
    done(null, Date.now() + "-" + file.originalname);
  },
});

const ending = multer.diskStorage({
  destination: path.join(__dirname, "public", "images"),
  // ruleid: upload-filename-kept
  filename: (req, file, done) => done(null, `${Date.now()}${path.extname(file.originalname)}`),
});

const outsideOfThePages = multer.diskStorage({
  destination: "/srv/uploads",
  // ok: upload-filename-kept
  filename: (req, file, done) => done(null, Date.now() + "-" + file.originalname),
});

function label(file, done) {
  // ok: upload-filename-kept
  done(null, file.originalname);
}

// ruleid: upload-filename-kept
const form = formidable({ keepExtensions: true, uploadDir: "./public/uploads" });
// ruleid: upload-filename-kept
const older = new formidable.IncomingForm({ uploadDir: path.join(__dirname, "static"), keepExtensions: true });
// ok: upload-filename-kept
const outside = formidable({ keepExtensions: true, uploadDir: "/srv/uploads" });
// ok: upload-filename-kept
const without = formidable({ uploadDir: "./public/uploads" });

// ruleid: upload-filename-kept
const kept = formidable({ keepExtensions: true });
