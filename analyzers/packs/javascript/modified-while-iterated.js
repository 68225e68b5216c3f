function clean(items, queue) {
  for (const item of items) {
    // ruleid: modified-while-iterated
    if (item.done) items.splice(items.indexOf(item), 1);
  }
  items.forEach((item, index) => {
    // ruleid: modified-while-iterated
    if (item.old) items.splice(index, 1);
  });
  for (let i = 0; i < items.length; i++) {
    // ruleid: modified-while-iterated
    if (items[i].done) items.splice(i, 1);
  }
  for (let i = 0; i < items.length; i++) {
    if (items[i].done) {
      // ok: modified-while-iterated
      items.splice(i, 1);
      i--;
    }
  }
  for (let i = items.length - 1; i >= 0; i--) {
    // ok: modified-while-iterated
    if (items[i].done) items.splice(i, 1);
  }
  for (const item of items) {
    if (item.done) {
      // ok: modified-while-iterated
      items.splice(items.indexOf(item), 1);
      break;
    }
  }
  for (const item of [...items]) {
    // ok: modified-while-iterated
    items.splice(items.indexOf(item), 1);
  }
  for (const item of items) {
    // ok: modified-while-iterated
    queue.push(item);
  }
  for (const task of queue) {
    // ok: modified-while-iterated
    queue.push(...task.children);
  }
}

function once(items) {
  let found = false;
  for (let i = 0; i < items.length; i++) {
    if (items[i].done) {
      if (items[i].last) {
        // ok: modified-while-iterated
        items.splice(i, 1);
      }
      found = true;
      break;
    }
  }
  return found;
}
