# Words to develop by. Each sets up what it needs, says what it does, and costs nothing when repeated.
.DEFAULT_GOAL := help
.PHONY: help setup dev test test-long test-names planted report bless bench site newcomer

help:
	@echo "make dev       set up and serve the app (PORT=8080)"
	@echo "make test      set up and run every test"
	@echo "make test-long the same with whole corpora, longer fuzzing and large tables"
	@echo "make test-names list the name of every test: build/test/names.txt"
	@echo "make planted   plant 20 faults one after the other and see that the tests catch each"
	@echo "make report    draw every chart and show what differs from the goldens: build/pictures/report.html"
	@echo "make setup     install everything that the others need"
	@echo "make bless     accept changed goldens and generated files; read the diff before committing"
	@echo "make bench     measure loading and querying, natively and in the browser"
	@echo "make site      build the release and write its pages to dist/ (PUBLIC_URL=/)"
	@echo "make newcomer  clone this checkout into an empty folder and run the README's two commands there"

setup:
	@.ci/setup.sh test

dev:
	@.ci/setup.sh dev
	@.ci/dev.sh

test:
	@.ci/setup.sh test
	@.ci/test.sh

test-long:
	@.ci/setup.sh test
	@.ci/test.sh --long

test-names:
	@.ci/setup.sh test
	@.ci/names.sh

planted:
	@.ci/setup.sh test
	@.ci/planted.sh

report:
	@.ci/setup.sh dev
	@.ci/report.sh

bless:
	@.ci/setup.sh dev
	@.ci/bless.sh

bench:
	@.ci/setup.sh test
	@.ci/bench.sh

site:
	@.ci/setup.sh dev
	@.ci/site.sh

newcomer:
	@.ci/newcomer.sh
