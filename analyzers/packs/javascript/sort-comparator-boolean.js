// ruleid: sort-comparator-boolean
list.sort((a, b) => a > b);
// ruleid: sort-comparator-boolean
list.sort(function (a, b) {
  return a.age < b.age;
});
// ok: sort-comparator-boolean
list.sort((a, b) => a.age - b.age);
// ok: sort-comparator-boolean
list.sort((a, b) => (a > b ? 1 : -1));
