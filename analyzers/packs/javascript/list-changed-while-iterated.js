function clean(items, queue) {
  for (const item of items) {
    // ruleid: list-changed-while-iterated
    if (item.done) items.splice(items.indexOf(item), 1);
  }
  items.forEach((item, index) => {
    // ruleid: list-changed-while-iterated
    if (item.old) items.splice(index, 1);
  });
  for (let i = 0; i < items.length; i++) {
    // ruleid: list-changed-while-iterated
    if (items[i].done) items.splice(i, 1);
  }
  for (let i = 0; i < items.length; i++) {
    if (items[i].done) {
      // ok: list-changed-while-iterated
      items.splice(i, 1);
      i--;
    }
  }
  for (let i = items.length - 1; i >= 0; i--) {
    // ok: list-changed-while-iterated
    if (items[i].done) items.splice(i, 1);
  }
  for (const item of items) {
    if (item.done) {
      // ok: list-changed-while-iterated
      items.splice(items.indexOf(item), 1);
      break;
    }
  }
  for (const item of [...items]) {
    // ok: list-changed-while-iterated
    items.splice(items.indexOf(item), 1);
  }
  for (const item of items) {
    // ok: list-changed-while-iterated
    queue.push(item);
  }
  for (const task of queue) {
    // ok: list-changed-while-iterated
    queue.push(...task.children);
  }
}

function once(items) {
  let found = false;
  for (let i = 0; i < items.length; i++) {
    if (items[i].done) {
      if (items[i].last) {
        // ok: list-changed-while-iterated
        items.splice(i, 1);
      }
      found = true;
      break;
    }
  }
  return found;
}
