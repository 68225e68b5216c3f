import A
import A.B
import class A.B
import func A.f
@testable import A
import AB
