#include <stdio.h>
#define M 3
typedef struct { int a; char *b; } S;
static int f(const char *p, int n, ...) {
  char buf[10]; int i = 0, j; char *q = malloc(n * sizeof(int)); S s = { .a = 1 }; int *r = &i;
  strcpy(buf, p); gets(buf); sprintf(buf, "%s", p); printf(p); scanf("%s", buf);
  if (q == NULL) { return -1; } else if (n) foo(); else { bar(); }
  for (i = 0; i <= n; i++) { buf[i] = p[i]; } while (n--) { foo(); } do { bar(); } while (1);
  switch (n) { case 1: foo(); break; default: bar(); }
  free(q); free(q); q->b = NULL; s.a += 2; *q = 'x'; (void)i; i = n ? 1 : 2; goto end;
  system("ls"); memcpy(buf, p, strlen(p)); if (!q) return 0; x = (char *)malloc(3); !i; -j; i++;
end: return i;
}
int main(int argc, char **argv) { return f(argv[1], 1); }
