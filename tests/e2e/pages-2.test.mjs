// The pages of list 2.
import { check } from './pages.mjs';

check(2);
