/* Oracle for lib/evidence/jpeg: what libjpeg says is in a file, and samples of every coding to ask about.
 *   dump FILE                                        writes the dump described below to stdout
 *   make FILE W H SPACE SAMPLING QUALITY PROGRESSIVE RESTART SEED
 *        SPACE grey|ycc|rgb|cmyk; SAMPLING like 2x2 for the first component; RESTART in MCUs, 0 for none.
 * Dump, little-endian: components (u32); then for each: blocks wide, blocks high (u32), 64 steps (u16, natural order),
 * blocks row by row, 64 int16 each in natural order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jpeglib.h>

static void u32(unsigned v) { unsigned char b[4] = {v, v >> 8, v >> 16, v >> 24}; fwrite(b, 1, 4, stdout); }
static void u16(unsigned v) { unsigned char b[2] = {v, v >> 8}; fwrite(b, 1, 2, stdout); }

static int dump(const char *path) {
  struct jpeg_decompress_struct c;
  struct jpeg_error_mgr e;
  FILE *f = fopen(path, "rb");
  if (!f) return 2;
  c.err = jpeg_std_error(&e);
  jpeg_create_decompress(&c);
  jpeg_stdio_src(&c, f);
  jpeg_read_header(&c, TRUE);
  jvirt_barray_ptr *arrays = jpeg_read_coefficients(&c);
  u32(c.num_components);
  for (int i = 0; i < c.num_components; i++) {
    jpeg_component_info *k = &c.comp_info[i];
    u32(k->width_in_blocks);
    u32(k->height_in_blocks);
    for (int q = 0; q < 64; q++) u16(k->quant_table->quantval[q]);
    for (JDIMENSION y = 0; y < k->height_in_blocks; y++) {
      JBLOCKARRAY row = (*c.mem->access_virt_barray)((j_common_ptr)&c, arrays[i], y, 1, FALSE);
      for (JDIMENSION x = 0; x < k->width_in_blocks; x++)
        for (int q = 0; q < 64; q++) u16((unsigned short)row[0][x][q]);
    }
  }
  jpeg_finish_decompress(&c);
  jpeg_destroy_decompress(&c);
  fclose(f);
  return 0;
}

static unsigned state;
static int noise(void) { state = state * 1664525u + 1013904223u; return (int)(state >> 24) - 128; }

static int make(char **a) {
  struct jpeg_compress_struct c;
  struct jpeg_error_mgr e;
  int w = atoi(a[1]), h = atoi(a[2]), sx = 1, sy = 1, progressive = atoi(a[6]);
  FILE *f = fopen(a[0], "wb");
  if (!f) return 2;
  state = (unsigned)atoi(a[8]);
  sscanf(a[4], "%dx%d", &sx, &sy);
  c.err = jpeg_std_error(&e);
  jpeg_create_compress(&c);
  jpeg_stdio_dest(&c, f);
  c.image_width = w;
  c.image_height = h;
  c.in_color_space = !strcmp(a[3], "grey") ? JCS_GRAYSCALE : !strcmp(a[3], "cmyk") ? JCS_CMYK : JCS_RGB;
  c.input_components = c.in_color_space == JCS_GRAYSCALE ? 1 : c.in_color_space == JCS_CMYK ? 4 : 3;
  jpeg_set_defaults(&c);
  if (!strcmp(a[3], "rgb")) jpeg_set_colorspace(&c, JCS_RGB);
  jpeg_set_quality(&c, atoi(a[5]), atoi(a[5]) >= 10);
  c.comp_info[0].h_samp_factor = sx;
  c.comp_info[0].v_samp_factor = sy;
  c.restart_interval = atoi(a[7]);
  if (progressive) jpeg_simple_progression(&c);
  jpeg_start_compress(&c, TRUE);
  unsigned char *row = malloc((size_t)w * c.input_components);
  for (int y = 0; y < h; y++) {
    for (int x = 0; x < w; x++)
      for (int k = 0; k < c.input_components; k++) {
        int v = 128 + (x * (k + 3) + y * (5 - k)) % 90 - 45 + (((x / 7 + y / 5) % 3) * 30) + noise() * ((x + y) % 37 < 12 ? 1 : 0) / 3;
        row[x * c.input_components + k] = v < 0 ? 0 : v > 255 ? 255 : v;
      }
    JSAMPROW rows[1] = {row};
    jpeg_write_scanlines(&c, rows, 1);
  }
  jpeg_finish_compress(&c);
  jpeg_destroy_compress(&c);
  free(row);
  fclose(f);
  return 0;
}

int main(int n, char **a) {
  if (n == 3 && !strcmp(a[1], "dump")) return dump(a[2]);
  if (n == 11 && !strcmp(a[1], "make")) return make(a + 2);
  return 64;
}
