### Charts of very many marks, of which the keyboard walks regions.

chart-region = Column { $column } of 4, row { $line } of 3: { $count } of { $of } marks. In the middle: { $one }
