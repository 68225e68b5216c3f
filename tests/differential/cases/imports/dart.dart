import 'package:x';
import 'package:x/y.dart';
import 'package:x/y.dart' show A;
import 'package:x/y.dart' hide A;
import 'package:xy/y.dart';
void main() {}
