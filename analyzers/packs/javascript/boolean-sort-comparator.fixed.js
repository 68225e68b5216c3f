// ruleid: boolean-sort-comparator
list.sort((a, b) => a > b ? 1 : a === b ? 0 : -1);
// ruleid: boolean-sort-comparator
list.sort(function (a, b) {
  return a.age < b.age ? 1 : a.age === b.age ? 0 : -1;
});
// ok: boolean-sort-comparator
list.sort((a, b) => a.age - b.age);
// ok: boolean-sort-comparator
list.sort((a, b) => (a > b ? 1 : -1));
