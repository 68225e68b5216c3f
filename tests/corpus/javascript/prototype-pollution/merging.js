const _ = require("lodash");
const merge = require("lodash/merge");
const deepmerge = require("deepmerge");
const express = require("express");
const $ = require("jquery");

const app = express();

app.post("/settings", (req, res) => {
  // ruleid: prototype-pollution
  _.merge(settings, req.body);
  // ruleid: prototype-pollution
  merge({}, req.body);
  // ruleid: prototype-pollution
  _.defaultsDeep(settings, req.body);
  // ruleid: prototype-pollution
  _.set(settings, req.body.path, req.body.value);
  // ruleid: prototype-pollution
  _.setWith({}, req.query.path, 1, Object);
  // ruleid: prototype-pollution
  $.extend(true, {}, JSON.parse(req.body.text));
  // ruleid: prototype-pollution
  settings[req.body.key] = req.body.value;
  // ruleid: prototype-pollution
  settings[req.body.section][req.body.key] = req.body.value;
  const key = req.query.key;
  // ruleid: prototype-pollution
  users[key] = {};
  res.end();
});

function assign(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      assign(target[key], source[key]);
    } else {
      // ruleid: prototype-pollution
      target[key] = source[key];
    }
  }
}

function setPath(object, path, value) {
  const keys = path.split(".");
  let current = object;
  for (let i = 0; i < keys.length - 1; i++) {
    // ruleid: prototype-pollution
    current = current[keys[i]];
  }
  current[keys[keys.length - 1]] = value;
}

function assignSafely(target, source) {
  for (const key in source) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") {
      continue;
    }
    if (typeof source[key] === "object") {
      assignSafely(target[key], source[key]);
    } else {
      // ok: prototype-pollution
      target[key] = source[key];
    }
  }
}

app.post("/safe", (req, res) => {
  // ok: prototype-pollution
  _.merge({}, { name: req.body.name });
  // ok: prototype-pollution
  settings.name = req.body.name;
  // ok: prototype-pollution
  const map = new Map([[req.body.key, req.body.value]]);
  // ok: prototype-pollution
  const table = Object.assign(Object.create(null), defaults);
  // ok: prototype-pollution
  list[Number(req.body.index)] = req.body.value;
  // ok: prototype-pollution
  $.extend({}, defaults);
  if (["theme", "language"].includes(req.body.key)) {
    // ok: prototype-pollution
    settings[req.body.key] = req.body.value;
  }
  res.json([map, table]);
});

function count(words) {
  const counts = {};
  for (const word of words) {
    // ok: prototype-pollution
    counts[word] = (counts[word] || 0) + 1;
  }
  return counts;
}
