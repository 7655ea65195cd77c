"""What the process that workers are forked from has imported by now lasts for good: the collector need not look at it.

Imported last of what is imported there. Each full collection of a worker would go through all modules and tables
else, which cost a tenth of a reading's CPU (measured on 40 news pages), and would copy their memory to each worker.
"""

import gc

gc.collect()
gc.freeze()
