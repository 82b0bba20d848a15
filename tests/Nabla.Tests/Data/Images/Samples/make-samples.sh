#!/bin/sh
# Makes the pictures of this folder, and beside each a PGM file with the grey values that ImageMagick itself reads from
# it: the answers that our reader is held against. They were made with ImageMagick 6.9.11-60 (convert) on Debian 12:
#     sh make-samples.sh
set -eu
cd "$(dirname "$0")"
CONVERT=${CONVERT:-convert}
rm -f ./*.png ./*.p?m ./*.jpg ./*.gif ./*.bmp ./*.tga ./*.webp
plain="-strip -define png:exclude-chunks=date,time,gAMA,cHRM,bKGD"

# A picture of 13×11 pixels: sizes that no pass of an interlaced file divides evenly.
$CONVERT -seed 7 -size 13x11 plasma:fractal -depth 8 picture.miff
$CONVERT -size 13x11 gradient:white-black -depth 8 alpha.miff
$CONVERT picture.miff alpha.miff -alpha off -compose CopyOpacity -composite alpha-picture.miff

$CONVERT picture.miff -colorspace Gray -auto-level grey.miff
for depth in 1 2 4 8 16; do
    $CONVERT grey.miff -dither None -posterize $((1 << (depth < 8 ? depth : 8))) -depth $depth $plain -define png:color-type=0 -define png:bit-depth=$depth grey$depth.png
    $CONVERT grey.miff -dither None -posterize $((1 << (depth < 8 ? depth : 8))) -depth $depth $plain -interlace PNG -define png:color-type=0 -define png:bit-depth=$depth grey$depth-interlaced.png
done
for depth in 1 2 4 8; do
    $CONVERT picture.miff -dither None -colors $((1 << depth)) $plain -define png:color-type=3 -define png:bit-depth=$depth palette$depth.png
done
$CONVERT picture.miff -dither None -colors 16 $plain -interlace PNG -define png:color-type=3 -define png:bit-depth=4 palette4-interlaced.png
$CONVERT alpha-picture.miff -channel A -threshold 40% +channel -dither None -posterize 3 $plain -define png:exclude-chunks=none PNG8:palette8-transparent.png
for depth in 8 16; do
    $CONVERT picture.miff -depth $depth $plain -define png:color-type=2 -define png:bit-depth=$depth rgb$depth.png
    $CONVERT alpha-picture.miff -colorspace Gray -depth $depth $plain -define png:color-type=4 -define png:bit-depth=$depth greyalpha$depth.png
    $CONVERT alpha-picture.miff -depth $depth $plain -define png:color-type=6 -define png:bit-depth=$depth rgba$depth.png
    $CONVERT alpha-picture.miff -depth $depth $plain -interlace PNG -define png:color-type=6 -define png:bit-depth=$depth rgba$depth-interlaced.png
done
# All files above choose a filter for each row (between them, all but "none"); this one has none.
$CONVERT picture.miff $plain -quality 91 -define png:color-type=2 -define png:bit-depth=8 rgb8-unfiltered.png
# One colour of the picture is transparent (a chunk tRNS without an alpha channel).
$CONVERT -size 5x4 xc:'rgb(10,200,30)' -fill 'rgb(90,20,60)' -draw 'rectangle 1,1 3,2' -transparent 'rgb(10,200,30)' $plain -define png:color-type=2 -define png:bit-depth=8 rgb8-transparent.png
$CONVERT -size 5x4 xc:'gray(40)' -fill 'gray(90)' -draw 'rectangle 1,1 3,2' -transparent 'gray(40)' $plain -define png:color-type=0 -define png:bit-depth=8 grey8-transparent.png
$CONVERT -size 1x1 xc:'gray(77)' $plain -interlace PNG -define png:color-type=0 -define png:bit-depth=8 one-pixel-interlaced.png

# What other programs and cameras write. Half the colours of a JPEG are usually left out (2x2); CMYK comes from printers.
$CONVERT grey.miff -strip -quality 92 jpeg-grey.jpg
$CONVERT picture.miff -strip -quality 92 -sampling-factor 1x1 jpeg-colours.jpg
$CONVERT picture.miff -strip -quality 92 -sampling-factor 2x2 jpeg-half.jpg
$CONVERT picture.miff -strip -quality 92 -sampling-factor 1x1 -interlace JPEG jpeg-progressive.jpg
$CONVERT picture.miff -strip -quality 92 -colorspace CMYK -sampling-factor 1x1 jpeg-cmyk.jpg
$CONVERT picture.miff -strip gif-plain.gif
$CONVERT picture.miff -strip -interlace GIF gif-interlaced.gif
$CONVERT alpha-picture.miff -channel A -threshold 40% +channel -strip gif-transparent.gif
$CONVERT -delay 10 picture.miff \( picture.miff -negate \) \( picture.miff -flip \) -strip -loop 0 gif-animated.gif
$CONVERT grey.miff -dither None -monochrome -type bilevel -compress none BMP3:bmp1.bmp
$CONVERT picture.miff -dither None -colors 16 -type palette -compress none BMP3:bmp4.bmp
$CONVERT picture.miff -type palette -compress none BMP3:bmp8.bmp
$CONVERT picture.miff BMP3:bmp24.bmp
$CONVERT alpha-picture.miff BMP:bmp32.bmp
$CONVERT grey.miff -compress none tga-grey.tga
$CONVERT picture.miff -compress none tga-colours.tga
$CONVERT picture.miff -compress RLE tga-runs.tga
$CONVERT alpha-picture.miff -compress RLE tga-transparent.tga
# This version writes the top row first and says that it is the bottom one; it reads what says the top, too.
for file in tga-grey tga-colours tga-runs; do printf '\040' | dd of=$file.tga bs=1 seek=17 conv=notrunc status=none; done
printf '\050' | dd of=tga-transparent.tga bs=1 seek=17 conv=notrunc status=none
$CONVERT picture.miff -strip -quality 95 webp-lossy.webp
$CONVERT picture.miff -depth 8 netpbm-colours.ppm
$CONVERT picture.miff -depth 8 -compress none netpbm-colours-text.ppm
$CONVERT picture.miff -depth 16 netpbm-colours-16.ppm
$CONVERT grey.miff -dither None -monochrome netpbm-bits.pbm
$CONVERT grey.miff -dither None -monochrome -compress none netpbm-bits-text.pbm

for file in *.png *.jpg *.gif *.bmp *.tga *.webp *.ppm *.pbm; do
    case $file in *cmyk*) colours="-colorspace sRGB" ;; *) colours= ;; esac
    $CONVERT "${file}[0]" $colours -background white -alpha remove -alpha off -grayscale Rec601Luma -depth 8 "${file%.*}.pgm"
done
rm -f ./*.miff
