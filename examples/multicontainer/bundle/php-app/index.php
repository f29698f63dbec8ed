<?php
echo 'Served by ', gethostname();
