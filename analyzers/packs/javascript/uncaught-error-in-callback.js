const fs = require("fs");

app.get("/page", (req, res) => {
  fs.readFile("page.html", (err, data) => {
    // ruleid: uncaught-error-in-callback
    if (err) throw err;
    res.end(data);
  });
});

exports.users = function (req, res) {
  connection.query("SELECT * FROM users", function (error, rows) {
    if (error) {
      // ruleid: uncaught-error-in-callback
      throw error;
    }
    res.json(rows);
  });
};

app.get("/next", (req, res, next) => {
  fs.readFile("page.html", (err, data) => {
    // ok: uncaught-error-in-callback
    if (err) return next(err);
    res.end(data);
  });
});

app.get("/caught", (req, res, next) => {
  try {
    work();
  } catch (err) {
    // ok: uncaught-error-in-callback
    throw err;
  }
});

fs.readFile("config.json", (err, data) => {
  // ok: uncaught-error-in-callback
  if (err) throw err;
  start(JSON.parse(data));
});
