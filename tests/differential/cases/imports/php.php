<?php
use A;
use A\B;
use A\B\C as X;
use D\{E, F};
use function A\B;
use AB;
