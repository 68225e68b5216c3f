const multer = require("multer");
const crypto = require("crypto");

const kept = multer.diskStorage({
  destination: "uploads",
  filename: (req, file, done) => {
    // ruleid: upload-name-kept
    done(null, file.originalname);
  },
});

const short = multer.diskStorage({
  // ruleid: upload-name-kept
  filename: (req, file, cb) => cb(null, file.originalname),
});

const old = multer.diskStorage({
  filename: function (req, file, callback) {
    // ruleid: upload-name-kept
    callback(null, file.originalname);
  },
});

const named = multer.diskStorage({
  filename: (req, file, done) => {
    // ok: upload-name-kept
    done(null, crypto.randomUUID() + ".png");
  },
});

function label(file, done) {
  // ok: upload-name-kept
  done(null, file.originalname);
}

// ruleid: upload-name-kept
const form = formidable({ keepExtensions: true, uploadDir: "./public/uploads" });
// ruleid: upload-name-kept
const older = new formidable.IncomingForm({ uploadDir: path.join(__dirname, "static"), keepExtensions: true });
// ok: upload-name-kept
const outside = formidable({ keepExtensions: true, uploadDir: "/srv/uploads" });
// ok: upload-name-kept
const without = formidable({ uploadDir: "./public/uploads" });
