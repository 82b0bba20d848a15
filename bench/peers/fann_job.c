// The lecture network in FANN, a C library of 2003 still packaged everywhere: incremental training, which is gradient
// descent after every single example. Prints one JSON object. Build: cc -O3 -march=native fann_job.c -lfann -lm
#include <fann.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static unsigned char *read_all(const char *path, long header, long *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) { fprintf(stderr, "cannot open %s\n", path); exit(2); }
    fseek(file, 0, SEEK_END);
    *length = ftell(file) - header;
    fseek(file, header, SEEK_SET);
    unsigned char *bytes = malloc(*length);
    if (fread(bytes, 1, *length, file) != (size_t)*length) exit(2);
    fclose(file);
    return bytes;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char **argv)
{
    if (argc < 6) { fprintf(stderr, "usage: fann_job TRAIN-IMAGES TRAIN-LABELS TEST-IMAGES TEST-LABELS EPOCHS (unpacked)\n"); return 2; }
    long length, labels_length;
    unsigned char *images = read_all(argv[1], 16, &length), *labels = read_all(argv[2], 8, &labels_length);
    long test_length, test_count;
    unsigned char *test_images = read_all(argv[3], 16, &test_length), *test_labels = read_all(argv[4], 8, &test_count);

    struct fann *network = fann_create_standard(4, 784, 16, 16, 10);
    fann_set_activation_function_hidden(network, FANN_SIGMOID);
    fann_set_activation_function_output(network, FANN_SIGMOID);
    fann_set_activation_steepness_hidden(network, 0.5f);
    fann_set_activation_steepness_output(network, 0.5f);
    fann_set_learning_rate(network, 0.1f);
    fann_set_training_algorithm(network, FANN_TRAIN_INCREMENTAL);

    float *inputs = malloc(sizeof(float) * length);
    for (long i = 0; i < length; i++) inputs[i] = images[i] / 255.0f;
    long *order = malloc(sizeof(long) * labels_length);
    for (long i = 0; i < labels_length; i++) order[i] = i;
    srand(1);
    double best = 1e9;
    int epochs = atoi(argv[5]);
    for (int epoch = 0; epoch < epochs; epoch++)
    {
        double started = now();
        for (long i = labels_length - 1; i > 0; i--) { long j = rand() % (i + 1), t = order[i]; order[i] = order[j]; order[j] = t; }
        for (long i = 0; i < labels_length; i++)
        {
            float target[10] = {0};
            target[labels[order[i]]] = 1;
            fann_train(network, inputs + order[i] * 784, target);
        }
        double seconds = now() - started;
        if ((epoch > 0 || epochs == 1) && seconds < best) best = seconds;
    }

    long right = 0;
    float input[784];
    for (long i = 0; i < test_count; i++)
    {
        for (int k = 0; k < 784; k++) input[k] = test_images[i * 784 + k] / 255.0f;
        float *output = fann_run(network, input);
        int seen = 0;
        for (int j = 1; j < 10; j++) if (output[j] > output[seen]) seen = j;
        right += seen == test_labels[i];
    }
    printf("{\"seconds\": %f, \"accuracy\": %f, \"epochs\": %d, \"version\": \"FANN\"}\n", best, (double)right / test_count, epochs);
    return 0;
}
