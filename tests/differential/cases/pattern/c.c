#include <stdio.h>
int f(char *s, int n) {
  char b[10];
  strcpy(b, s);
  if (n > 1) return 1; else { n = p->q.r(1); }
  for (int i=0;i<n;i++) { b[i] = (char)i; }
  int x = 1;
  char *m = malloc(n * sizeof(int));
  printf("%s", s);
  printf(s);
  gets(b);
  x += 1;
  free(m);
  free(m);
  if (m == NULL) { return 0; }
  memcpy(b, s, strlen(s));
  while (x == x) { x--; }
  system("ls");
  return a ? b : c;
}
void g(void) { int y = f("a", 2); }
