/* Limits of glibc's allocator. Only this call and the environment can set them, the call is unsafe in
   Rust, and starting the program anew with another environment takes 4 ms of a start. Once one is set,
   glibc no longer moves the others.

   Blocks from the first limit on are given back to the system when they are freed. glibc raises that
   limit to the largest block it ever freed; what is freed below it stays between what is kept, and
   after a thousand customers half of the memory is such holes. It is just above the 64 KiB blocks that
   Mesa takes by the hundred for every frame, and gives back after it, where it draws without a graphics
   card; the second limit leaves it those, which else cost more than all that is drawn. */

#include <malloc.h>
#include <stdlib.h>

/* Runs before `main`. What the user has set stays. */
__attribute__((constructor)) static void set_limits(void) {
    if (getenv("MALLOC_MMAP_THRESHOLD_") || getenv("MALLOC_TRIM_THRESHOLD_")) {
        return;
    }
    mallopt(M_MMAP_THRESHOLD, 68 * 1024);
    mallopt(M_TRIM_THRESHOLD, 32 * 1024 * 1024);
}
