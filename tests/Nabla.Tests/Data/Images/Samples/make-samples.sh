#!/bin/sh
# Makes the PNG files of this folder, and beside each a PGM file with the grey values that ImageMagick itself reads from
# it: the answers that our reader is held against. They were made with ImageMagick 6.9.11-60 (convert) on Debian 12:
#     sh make-samples.sh
set -eu
cd "$(dirname "$0")"
CONVERT=${CONVERT:-convert}
rm -f ./*.png ./*.pgm
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

for file in *.png; do
    $CONVERT "$file" -background white -alpha remove -alpha off -grayscale Rec601Luma -depth 8 "${file%.png}.pgm"
done
rm -f ./*.miff
