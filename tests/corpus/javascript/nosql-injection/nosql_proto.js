const express = require('express');
const mongoose = require('mongoose');
const { MongoClient, ObjectId } = require('mongodb');
const mongoSanitize = require('express-mongo-sanitize');
const _ = require('lodash');
const merge = require('deepmerge');
const $ = require('jquery');
const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
let db;

app.post('/n', async (req, res) => {
  // ruleid: nosql-injection
  await db.collection('users').findOne({ name: req.body.name, pw: req.body.pw });
  // ok: nosql-injection
  await db.collection('users').findOne({ name: String(req.body.name) });
  // ok: nosql-injection
  await db.collection('users').findOne({ name: { $eq: req.body.name } });
  // ruleid: nosql-injection
  await db.collection('users').find(req.body).toArray();
  // ok: nosql-injection
  await db.collection('users').findOne({ _id: new ObjectId(req.body.id) });
  // ruleid: nosql-injection
  await db.collection('users').find({ $where: 'this.a == ' + req.body.a });
  // ok: nosql-injection
  await db.collection('users').find({ $where: 'this.a == 1' });
  // ruleid: nosql-injection
  await db.collection('users').deleteMany({ owner: req.query.owner });
  // ok: nosql-injection
  await db.collection('users').updateOne({ name: `${req.body.name}` }, { $set: { a: 1 } });
  // ruleid: nosql-injection
  await db.collection('users').find(JSON.parse(req.query.q)).toArray();
  // ruleid: nosql-injection
  await User.findOne({ name: req.body.name });
  // ok: nosql-injection
  await User.findOne({ name: req.body.name.toString() });
  // ruleid: nosql-injection
  await User.find(req.query);
  // ok: nosql-injection
  await User.find({ active: true });
  // ok: nosql-injection
  await User.findById(req.params.id);
  // ruleid: nosql-injection
  await User.deleteOne({ name: req.body.name });
  // ok: nosql-injection
  await User.find().where('name').equals(String(req.body.name));
  // ruleid: nosql-injection
  await User.updateMany(req.body.filter, { a: 1 });
  // ok: nosql-injection
  await User.findOne(mongoSanitize.sanitize(req.body));
  // ruleid: nosql-injection
  await User.aggregate([{ $match: req.body }]);
  if (typeof req.body.name !== 'string') return res.sendStatus(400);
  // ok: nosql-injection
  await User.findOne({ name: req.body.name });
  const age = Number(req.body.age);
  // ok: nosql-injection
  await User.findOne({ age });
});

app.post('/p', (req, res) => {
  const target = {};
  const key = req.body.key;
  // ruleid: prototype-pollution
  target[key][req.body.sub] = req.body.value;
  // ok: prototype-pollution
  target['fixed'] = req.body.value;
  // ruleid: prototype-pollution
  _.merge({}, req.body);
  // ok: prototype-pollution
  _.merge({}, { a: 1 });
  // ruleid: prototype-pollution
  _.set(target, req.body.path, 1);
  // ok: prototype-pollution
  _.set(target, 'a.b', req.body.value);
  // ruleid: prototype-pollution
  _.defaultsDeep(target, JSON.parse(req.body.json));
  // ruleid: prototype-pollution
  $.extend(true, {}, req.body);
  // ok: prototype-pollution
  $.extend({}, { a: 1 });
  // ok: prototype-pollution
  Object.assign({}, req.body);
  // ok: prototype-pollution
  const copy = { ...req.body };
  const m = new Map();
  // ok: prototype-pollution
  m.set(key, req.body.value);
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') return;
  // ok: prototype-pollution
  target[key] = req.body.value;
});

function deepMerge(dst, src) {
  for (const k in src) {
    if (typeof src[k] === 'object') {
      if (!dst[k]) dst[k] = {};
      deepMerge(dst[k], src[k]);
    } else {
      // ruleid: prototype-pollution
      dst[k] = src[k];
    }
  }
}

function deepMergeOk(dst, src) {
  for (const k of Object.keys(src)) {
    if (k === '__proto__' || k === 'constructor') continue;
    if (typeof src[k] === 'object') deepMergeOk(dst[k], src[k]);
    // ok: prototype-pollution
    else dst[k] = src[k];
  }
}

function setPath(obj, path, value) {
  const keys = path.split('.');
  for (let i = 0; i < keys.length - 1; i++) {
    obj = obj[keys[i]];
  }
  // ruleid: prototype-pollution
  obj[keys[keys.length - 1]] = value;
}
