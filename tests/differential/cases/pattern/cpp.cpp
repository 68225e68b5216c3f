#include <string>
namespace n { class A : public B { public: int f(const std::string &s) { std::string q = "a" + s; system(s.c_str()); int *p = new int[3]; delete p; std::cout << s; auto l = [](int x) { return x + 1; }; for (auto &v : vs) { v.g(); } try { h(); } catch (const E &e) { } if (s == "x") { return 1; } std::strcpy(a, b); strcpy(a, b); return 0; } }; }
