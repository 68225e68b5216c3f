// ruleid: boolean-sort-comparator
list.sort((a, b) => a > b);
// ruleid: boolean-sort-comparator
list.sort(function (a, b) {
  return a.age < b.age;
});
// ok: boolean-sort-comparator
list.sort((a, b) => a.age - b.age);
// ok: boolean-sort-comparator
list.sort((a, b) => (a > b ? 1 : -1));
