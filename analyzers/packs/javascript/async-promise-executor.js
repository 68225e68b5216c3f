function read(load) {
  // ruleid: async-promise-executor
  return new Promise(async (resolve, reject) => {
    resolve(await load());
  });
}

function quiet(load) {
  // ok: async-promise-executor
  return new Promise((resolve) => {
    setTimeout(async () => {
      resolve(await load());
    }, 10);
  });
}
