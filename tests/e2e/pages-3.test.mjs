// The pages of list 3.
import { check } from './pages.mjs';

check(3);
